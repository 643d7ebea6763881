-- The open session of a token with its account and what that may see. One row; none when it was revoked, ended, idle for too long,
-- or its account is disabled.
select
  session.id                 as "sessionId",
  session.seen_at            as "seenAt",
  session.ends_at            as "endsAt",
  session.issuer,
  session.vouched,
  account.id                 as "accountId",
  account.name,
  account.display_name       as "displayName",
  account.role,
  account.demo,
  account.all_areas          as "allAreas",
  account.all_datasets       as "allDatasets",
  account.password_temporary as "passwordTemporary",
  account.password_set_at    as "passwordSetAt",
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
  ), '{}') as datasets,
  array(
    select area.id
    from account_area
    join area on area.level = account_area.level and area.code = account_area.code
    where account_area.account_id = account.id
    order by area.id
  ) as "scopeAreas",
  array(
    select dataset_id
    from account_dataset
    where account_id = account.id
    order by dataset_id
  ) as "scopeDatasets"
from session
join account on account.id = session.account_id
where session.token_hash = :tokenHash::text
  and session.revoked_at is null
  and session.ends_at > :now::timestamptz
  and session.seen_at > :idleSince::timestamptz
  and account.state = 'enabled'
order by session.id;
