-- Names a batch of areas of the register; one row for each, with the id it has now. What is known of an area besides its name and
-- the area above it (boundary, aliases, denominators) stays as it is.
insert into area (level, code, name, pinyin, parent_level, parent_code)
select
  :level,
  code,
  name,
  pinyin,
  :parentLevel,
  parent_code
from jsonb_to_recordset(:areas::jsonb) as entry (code text, name text, pinyin text, parent_code text)
order by code
on conflict (level, code) do update set
  name         = excluded.name,
  pinyin       = excluded.pinyin,
  parent_level = excluded.parent_level,
  parent_code  = excluded.parent_code
returning id, code;
