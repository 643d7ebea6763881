-- Declares a dataset, or changes its declaration; the one row is the dataset as it stands.
insert into dataset (code, declaration, shipped, added_at)
values (:code::text, :declaration::jsonb, :shipped::boolean, :now::timestamptz)
on conflict (code) do update set
  declaration = excluded.declaration,
  shipped     = excluded.shipped,
  revision    = case when dataset.declaration = excluded.declaration then dataset.revision else dataset.revision + 1 end
returning id, code, declaration, shipped, revision;
