-- The second wall. What staff read, they read as a database role, in a transaction that says by its settings which areas and datasets
-- count; a setting that is missing lets nothing through. The first wall is the same scope as a predicate of each query.
-- `sunmap_staff` is held to its scope row by row; `sunmap_staff_all` is for accounts whose scope is everything, and spares the planner the
-- question. Neither reads accounts, sessions or the audit log, and neither writes anything.
-- Roles belong to the whole server, so another database may have made them already, or be making them now.
do $$
declare
  wanted name;
begin
  foreach wanted in array array['sunmap_staff', 'sunmap_staff_all']::name[] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception
        when duplicate_object or unique_violation then null;
        when insufficient_privilege then
          raise exception '% may not make the role %: let it create roles (alter role % createrole), or make that role for it',
            quote_ident(current_user), wanted, quote_ident(current_user)
            using errcode = 'insufficient_privilege';
      end;
    end if;
    -- Who may take it: a superuser always, others as members. From PostgreSQL 16 on whoever made a role is not a member that may take it.
    if not pg_has_role(current_user, wanted, case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end) then
      begin
        execute format('grant %I to %I', wanted, current_user);
      exception
        when unique_violation then null;
        when insufficient_privilege then
          raise exception '% may not take the role %: grant % to %', quote_ident(current_user), wanted, wanted, quote_ident(current_user)
            using errcode = 'insufficient_privilege';
      end;
    end if;
  end loop;
end
$$;

-- Each area with itself and with all that it lies in, so that a scope names one county and means all its villages.
create table area_within (
  area_id     integer not null references area,
  superior_id integer not null references area,
  primary key (area_id, superior_id)
);

create index area_within_superior_idx on area_within (superior_id);

insert into area_within (area_id, superior_id)
with recursive within as (
  select id as area_id, id as superior_id, parent_level, parent_code, array[level] as levels
  from area
  union all
  select within.area_id, area.id, area.parent_level, area.parent_code, within.levels || area.level
  from within
  join area on area.level = within.parent_level and area.code = within.parent_code
  where area.level <> all(within.levels)
)
select distinct area_id, superior_id
from within;

-- The places that lie in an area.
create view place_within as
select distinct area_within.superior_id, place_area.place_id
from place_area
join area_within on area_within.area_id = place_area.area_id;

-- What a record may say of its import to whoever may see the record.
create view import_source as
select id, file_name
from import_run;

grant usage on schema public to sunmap_staff, sunmap_staff_all;
grant select on area, area_alias, area_denominator, area_neighbour, area_within, place, place_area, place_within, cell
  to sunmap_staff, sunmap_staff_all;
grant select on dataset, operator, record, measurement, area_indicator, import_run, import_source, rejection
  to sunmap_staff, sunmap_staff_all;

alter table dataset enable row level security;
alter table operator enable row level security;
alter table record enable row level security;
alter table measurement enable row level security;
alter table area_indicator enable row level security;
alter table import_run enable row level security;
alter table rejection enable row level security;

create policy staff_reads on dataset for select to sunmap_staff using (
  (select current_setting('sunmap.all_datasets', true)) = 'yes'
  or id = any((select coalesce(nullif(current_setting('sunmap.datasets', true), ''), '{}'))::int[])
);

create policy staff_reads on record for select to sunmap_staff using (
  dataset_id = any(array(select id from dataset))
  and (
    (select current_setting('sunmap.all_areas', true)) = 'yes'
    or place_id = any(array(
      select place_id
      from place_within
      where superior_id = any((select coalesce(nullif(current_setting('sunmap.areas', true), ''), '{}'))::int[])
    ))
  )
);

-- Who handled business elsewhere is nobody's business here.
create policy staff_reads on operator for select to sunmap_staff using (
  dataset_id = any(array(select id from dataset))
  and (
    (select current_setting('sunmap.all_areas', true)) = 'yes'
    or exists (select from record where record.dataset_id = operator.dataset_id and record.operator_id = operator.id)
  )
);

create policy staff_reads on measurement for select to sunmap_staff using (
  dataset_id = any(array(select id from dataset))
);

create policy staff_reads on area_indicator for select to sunmap_staff using (
  measurement_id = any(array(select id from measurement))
  and (
    (select current_setting('sunmap.all_areas', true)) = 'yes'
    or area_id = any(array(
      select area_id
      from area_within
      where superior_id = any((select coalesce(nullif(current_setting('sunmap.areas', true), ''), '{}'))::int[])
    ))
  )
);

-- A file holds rows of any place, and rejected rows have none: they are for those who may see every area.
create policy staff_reads on import_run for select to sunmap_staff using (
  (select current_setting('sunmap.all_areas', true)) = 'yes'
  and dataset_id = any(array(select id from dataset))
);

create policy staff_reads on rejection for select to sunmap_staff using (
  run_id = any(array(select id from import_run))
);

create policy all_read on dataset for select to sunmap_staff_all using (true);
create policy all_read on operator for select to sunmap_staff_all using (true);
create policy all_read on record for select to sunmap_staff_all using (true);
create policy all_read on measurement for select to sunmap_staff_all using (true);
create policy all_read on area_indicator for select to sunmap_staff_all using (true);
create policy all_read on import_run for select to sunmap_staff_all using (true);
create policy all_read on rejection for select to sunmap_staff_all using (true);
