-- Keeps rejected rows. One row for each.
insert into rejection (run_id, line, reason, detail, body)
select :runId::int, line, reason, detail, body
from unnest(:lines::int[], :reasons::text[], :details::text[], :bodies::text[]) as entry (line, reason, detail, body)
on conflict (run_id, line) do nothing
returning line;
