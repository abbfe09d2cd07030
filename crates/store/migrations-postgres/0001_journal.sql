-- Released migrations are never edited: a test holds their hashes. Add a new file instead.

-- One row: which database this is, and whose journal a server answers for. Its cursors are good with it alone.
create table keeper (
  one smallint primary key check (one = 1),
  id uuid not null,
  person uuid not null
);

insert into keeper (one, id, person) values (1, gen_random_uuid(), gen_random_uuid());

-- Whoever writes into a journal holds this row until it is done: so serials become visible in their order, and a
-- reader who has seen one has seen all before it. `floor_*` is where the person's erasure stands in history.
create table person (
  id uuid primary key,
  last_serial bigint not null check (last_serial >= 0),
  floor_lamport bigint,
  floor_at_ms bigint,
  floor_id uuid
);

-- The person comes first in every key, so that an engine which spreads rows over machines can keep each person's
-- journal together on one of them.
create table entry (
  person uuid not null references person (id),
  serial bigint not null check (serial > 0),
  id uuid not null,
  device uuid not null,
  lamport bigint not null,
  at_ms bigint not null,
  date text not null,
  zone text not null,
  kind text not null,
  version integer not null,
  payload text not null,
  primary key (person, serial)
);

create unique index entry_identifier on entry (person, id);

-- How far a move from another database has come, so that one that was cut goes on where it was.
create table moved (
  source uuid not null,
  person uuid not null,
  upto bigint not null,
  primary key (person, source)
);
