-- One row: whether there are records and all of them were made up for a demonstration.
select synthetic
from disclosure.origin;
