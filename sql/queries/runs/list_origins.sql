-- Whether everything ever imported into a dataset was synthetic. One row per dataset with imports.
select dataset_id as "datasetId", bool_and(synthetic) as synthetic
from import_run
group by dataset_id
order by dataset_id;
