package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;

public record LocationJson(
        @JsonAlias("_id") String id, String name, String timezone, String country, Settings settings) {

    public record One(@Required LocationJson location) {}

    public record Settings(Boolean allowDuplicateContact) {}
}
