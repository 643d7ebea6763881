-- The one row where the chain ends; number 0 while nothing was entered. Time in UTC with microseconds.
select
  seq,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  hash
from audit_head;
