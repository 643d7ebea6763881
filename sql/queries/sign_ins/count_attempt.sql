-- Counts one attempt under each key. One row per key that is open, with its failures so far, this one included; a key that must
-- still wait is absent and stays as it is. What was counted before `forget_at` is forgotten.
insert into sign_in_count (key, failures, open_at, forget_at)
select key, 1, :now::timestamptz, :forgetAt::timestamptz
from unnest(:keys::text[]) as asked (key)
order by key
on conflict (key) do update set
  failures  = case when sign_in_count.forget_at <= :now::timestamptz then 1 else sign_in_count.failures + 1 end,
  forget_at = excluded.forget_at
where sign_in_count.open_at <= :now::timestamptz
returning key, failures;
