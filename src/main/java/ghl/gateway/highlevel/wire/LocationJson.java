package ghl.gateway.highlevel.wire;

import com.fasterxml.jackson.annotation.JsonAlias;

public record LocationJson(
        @JsonAlias("_id") String id, String name, String timezone, String country, Settings settings) {

    public record One(LocationJson location) {
        public One {
            MalformedAnswerException.unlessPresent(location, "location");
        }
    }

    public record Settings(Boolean allowDuplicateContact) {}
}
