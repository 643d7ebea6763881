-- Keeps what somebody decided about names of operators. One row: its id.
insert into operator_decision (dataset_id, verdict, names, counts_as, why, decided_by, decided_at)
values (
  :datasetId::int, :verdict::text, :names::text[], :countsAs::text, :why::text, :decidedBy::text, :now::timestamptz
)
returning id;
