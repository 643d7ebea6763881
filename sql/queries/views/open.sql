-- Makes the transaction a reader: the role, and what it may see, until the transaction ends. One row.
select
  set_config('sunmap.all_areas', case when :allAreas::boolean then 'yes' else '' end, true)       as "allAreas",
  set_config('sunmap.areas', (:scopeAreas::int[])::text, true)                                    as areas,
  set_config('sunmap.all_datasets', case when :allDatasets::boolean then 'yes' else '' end, true) as "allDatasets",
  set_config('sunmap.datasets', (:scopeDatasets::int[])::text, true)                              as datasets,
  set_config('transaction_read_only', 'on', true)                                                 as "readOnly",
  set_config('role', case when :allAreas::boolean and :allDatasets::boolean then 'sunmap_staff_all' else 'sunmap_staff' end, true) as role;
