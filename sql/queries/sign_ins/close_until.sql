-- Lets each key wait until a time of its own. One row per key.
update sign_in_count
set open_at = asked.open_at
from unnest(:keys::text[], :openAts::timestamptz[]) as asked (key, open_at)
where sign_in_count.key = asked.key
returning sign_in_count.key;
