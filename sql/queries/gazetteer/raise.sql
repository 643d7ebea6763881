-- Says that names of areas, or decisions, have changed, and holds the row until the end of the transaction. One row.
update gazetteer_state
set names     = names + (:names::boolean)::int,
    decisions = decisions + (:decisions::boolean)::int
returning names, decisions;
