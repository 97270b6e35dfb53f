package ghl.gateway.highlevel.wire;

import ghl.gateway.highlevel.wire.LenientReaders.Texts;
import java.util.List;

/** The answer to adding or removing tags: all tags of the contact after the change. */
public record TagsJson(@Required @Texts List<String> tags) {}
