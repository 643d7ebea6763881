-- Makes operators of a dataset known. One row for each name that was new, with its id.
insert into operator (dataset_id, name)
select :datasetId::int, name
from unnest(:names::text[]) as entry (name)
order by name
on conflict (dataset_id, name) do nothing
returning id, name;
