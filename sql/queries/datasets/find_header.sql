-- The dataset that was chosen for a header, or no row.
select dataset.code
from header_mapping
join dataset on dataset.id = header_mapping.dataset_id
where header_mapping.header_key = :headerKey::text
order by dataset.code;
