-- Gives an account areas. One row per area.
insert into account_area (account_id, level, code)
select :id::int, level, code
from unnest(:levels::text[], :codes::text[]) as granted (level, code)
returning code;
