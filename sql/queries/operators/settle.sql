-- Says under whom operators count, and which of them name nobody. One row for each that this changes.
update operator
set counts_as_id = entry.counts_as_id,
    names_nobody = entry.names_nobody
from unnest(:ids::int[], :countsAsIds::int[], :namesNobody::boolean[]) as entry (id, counts_as_id, names_nobody)
where operator.id = entry.id
  and (operator.counts_as_id is distinct from entry.counts_as_id or operator.names_nobody <> entry.names_nobody)
returning operator.id;
