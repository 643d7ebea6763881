-- One row per relation that a role meant for the public can reach though nobody disclosed it; none while the wall stands. What belongs to
-- an extension or to PostgreSQL itself holds no business of ours.
select schema.nspname || '.' || class.relname as name
from pg_catalog.pg_class class
join pg_catalog.pg_namespace schema on schema.oid = class.relnamespace
where class.relkind in ('r', 'p', 'v', 'm', 'f')
  and schema.nspname <> all(array['disclosure', 'pg_catalog', 'information_schema'])
  and has_schema_privilege(:role::name, schema.oid, 'usage')
  and (
    has_any_column_privilege(:role::name, class.oid, 'select, insert, update')
    or has_table_privilege(:role::name, class.oid, 'delete, truncate')
  )
  and not exists (
    select 1
    from pg_catalog.pg_depend
    where pg_depend.classid = 'pg_catalog.pg_class'::regclass
      and pg_depend.objid = class.oid
      and pg_depend.deptype = 'e'
  )
order by 1;
