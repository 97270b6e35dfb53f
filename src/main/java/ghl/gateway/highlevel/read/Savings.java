package ghl.gateway.highlevel.read;

import ghl.gateway.highlevel.operation.LocationMetadata;

/** What spares calls. */
public record Savings(
        SharedReads reads, TaskBatchLoader tasks, LocationMetadata catalogue, PlannedReadRegistry promises) {}
