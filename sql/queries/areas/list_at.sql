-- The areas that a position lies in, the smallest first.
select id, level, code, name
from area
where ST_Intersects(boundary, ST_SetSRID(ST_Point(:lng::float8, :lat::float8), 4326))
order by ST_Area(boundary), code;
