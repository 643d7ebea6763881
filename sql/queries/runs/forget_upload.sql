-- Notes that the file of an import is kept for another one now. One row.
update import_run
set upload = null
where id = :id::int
returning id;
