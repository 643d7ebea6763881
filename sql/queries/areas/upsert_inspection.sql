-- Remembers what was found wrong with a level, in place of what was found before. One row.
insert into area_inspection (level, inspected_at, inspection)
values (:level, :now::timestamptz, :inspection::jsonb)
on conflict (level) do update set
  inspected_at = excluded.inspected_at,
  inspection   = excluded.inspection
returning level;
