-- What everybody may see, and the role that sees nothing else: the public entry point takes it in each transaction, or signs in
-- as a member of it. Roles belong to the whole server, where several databases may come to this line at the same time.
do $$
begin
  if not exists (select from pg_roles where rolname = 'sunmap_public') then
    begin
      create role sunmap_public nologin;
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception '% may not make the role sunmap_public: let it create roles (alter role % createrole), or make that role for it',
          quote_ident(current_user), quote_ident(current_user)
          using errcode = 'insufficient_privilege';
    end;
  end if;
  -- Who may take it: a superuser always, others as members. From PostgreSQL 16 on whoever made a role is not a member that may take it.
  if not pg_has_role(current_user, 'sunmap_public', case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end) then
    begin
      execute format('grant sunmap_public to %I', current_user);
    exception
      when insufficient_privilege then
        raise exception '% may not take the role sunmap_public: grant sunmap_public to %', quote_ident(current_user), quote_ident(current_user)
          using errcode = 'insufficient_privilege';
    end;
  end if;
end
$$;

-- What stands in the schema of the tables is for those who were granted something in it by name, no longer for everybody.
do $$
declare
  known name;
begin
  for known in
    select distinct grantee.rolname
    from pg_class
    cross join lateral aclexplode(pg_class.relacl) as acl
    join pg_roles as grantee on grantee.oid = acl.grantee
    where pg_class.relnamespace = 'public'::regnamespace and grantee.rolname <> 'sunmap_public'
  loop
    execute format('grant usage on schema public to %I', known);
  end loop;
  execute format('revoke temporary on database %I from public', current_database());
end
$$;
revoke all on schema public from public;
revoke all on schema public from sunmap_public;

create schema disclosure;
revoke all on schema disclosure from public;
grant usage on schema disclosure to sunmap_public;

-- Areas by name, with their boundary as GeoJSON text to 6 decimals (about 0.1 m) and the box around it; null without one.
create view disclosure.area as
select
  level,
  code,
  name,
  pinyin,
  parent_level,
  parent_code,
  ST_AsGeoJSON(boundary, 6) as boundary,
  ST_XMin(boundary) as west,
  ST_YMin(boundary) as south,
  ST_XMax(boundary) as east,
  ST_YMax(boundary) as north
from area;

-- Which areas of a level share a border.
create view disclosure.area_neighbour as
select area.level, area.code, neighbour.code as neighbour_code
from area_neighbour
join area on area.id = area_neighbour.area_id
join area as neighbour on neighbour.id = area_neighbour.neighbour_id;

-- One row: whether there are records and all of them were made up.
create view disclosure.origin as
select coalesce(bool_and(synthetic), false) as synthetic
from import_run;

-- How new the schema is, by the names of the migrations: a program that only reads must know.
create view disclosure.schema_step as
select name
from migration;

grant select on disclosure.area, disclosure.area_neighbour, disclosure.origin, disclosure.schema_step to sunmap_public;
