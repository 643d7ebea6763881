-- When the last of the keys opens. One row; null when all are open.
select max(open_at) as "openAt"
from sign_in_count
where key = any(:keys::text[])
  and open_at > :now::timestamptz;
