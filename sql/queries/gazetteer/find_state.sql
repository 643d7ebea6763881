-- How often names of areas and decisions changed so far; one row.
select names, decisions
from gazetteer_state;
