-- One row per decision of a dataset in the order they were made; those that were taken back only when asked for.
select
  id,
  verdict,
  names,
  counts_as  as "countsAs",
  why,
  decided_by as "decidedBy",
  decided_at as "decidedAt",
  undone_by  as "undoneBy",
  undone_at  as "undoneAt"
from operator_decision
where dataset_id = :datasetId::int
  and (:undoneToo::boolean or undone_at is null)
order by id;
