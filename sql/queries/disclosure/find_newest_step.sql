-- One row: the name of the newest migration that was run; null when none was.
select max(name) as name
from disclosure.schema_step;
