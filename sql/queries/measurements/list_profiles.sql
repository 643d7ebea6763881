-- The profiles that something was ever measured with, as hashes. One row for each.
select profile_hash as "profileHash"
from measurement
group by profile_hash
order by profile_hash;
