-- The next rejected rows of an import, in order of line.
select line, reason, detail, body
from rejection
where run_id = :runId::int
  and line > :afterLine::int
order by line
limit :limit::int;
