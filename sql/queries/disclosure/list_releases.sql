-- One row per release of figures: a relation of the schema of what is disclosed whose name begins so and which may be read; none
-- while nothing was released.
select class.relname as name
from pg_catalog.pg_class class
where class.relnamespace = 'disclosure'::regnamespace
  and class.relname like 'release\_%'
  and class.relkind in ('r', 'v', 'm')
  and has_table_privilege('sunmap_public', class.oid, 'select')
order by class.relname;
