-- One row per account, or the one with an id, without its secrets. Areas and datasets are empty where none were granted.
select
  account.id,
  account.name,
  account.display_name       as "displayName",
  account.role,
  account.state,
  account.demo,
  account.all_areas          as "allAreas",
  account.all_datasets       as "allDatasets",
  account.password_temporary as "passwordTemporary",
  account.password_set_at    as "passwordSetAt",
  account.created_at         as "createdAt",
  creator.name               as "createdBy",
  account.totp_secret is not null as "secondFactor",
  coalesce((
    select jsonb_agg(jsonb_build_object('level', level, 'code', code) order by level, code)
    from account_area
    where account_id = account.id
  ), '[]'::jsonb) as areas,
  coalesce((
    select array_agg(dataset.code order by dataset.code)
    from account_dataset
    join dataset on dataset.id = account_dataset.dataset_id
    where account_id = account.id
  ), '{}') as datasets
from account
left join account creator on creator.id = account.created_by
where :id::int is null
   or account.id = :id::int
order by account.name;
