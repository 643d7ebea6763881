-- Says that what is measured from a dataset (from all, when none is named) is out of date. One row for each.
update dataset
set revision = revision + 1
where :datasetId::int is null
   or id = :datasetId::int
returning id, revision;
