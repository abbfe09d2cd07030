-- Where a person's erasure stands in the order of history: nothing before it is kept, whoever brings it.
alter table person add column floor_lamport integer;
alter table person add column floor_at_ms integer;
alter table person add column floor_id blob check (floor_id is null or length(floor_id) = 16);
