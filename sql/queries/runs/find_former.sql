-- The import before, of a file of the same name into the same dataset, that ended and was not undone. One row or none.
select former.id
from import_run
join import_run as former
  on former.dataset_id = import_run.dataset_id
  and former.file_name = import_run.file_name
  and former.id < import_run.id
  and former.state = 'finished'
  and former.undone_at is null
where import_run.id = :id::int
order by former.id desc
limit 1;
