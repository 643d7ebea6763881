-- A place found by its address says how far the address leads (to a house, to a hamlet or group, to the village alone) and how
-- surely, 0 to 1. What was placed before is known to the village.
alter table record add column score real;

update record set grade = 'address-village' where grade = 'address';

-- What a further name of an area is: of a village that was merged into it, of a natural village within it, or another.
alter table area_alias add column kind text not null default 'other';
