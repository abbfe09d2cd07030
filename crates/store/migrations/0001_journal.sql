-- Released migrations are never edited: a test holds their hashes. Add a new file instead.

-- "CPJ1": tells a journal from any other SQLite file.
pragma application_id = 1129335345;

-- One row: which database this is, and whose journal it keeps on its own machine. A restored backup becomes a new
-- keeper, because cursors of the old one would skip what was written since.
create table keeper (
  one integer primary key check (one = 1),
  id blob not null check (length(id) = 16),
  person blob not null check (length(person) = 16)
) strict;

-- Random identifiers with the version and variant bits of a UUIDv4.
insert into keeper (one, id, person) values (
  1,
  unhex(hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) || '8' || substr(hex(randomblob(8)), 2)),
  unhex(hex(randomblob(6)) || '4' || substr(hex(randomblob(2)), 2) || '8' || substr(hex(randomblob(8)), 2))
);

-- The last serial given to each person; taken and given in one transaction.
create table person (
  id blob primary key check (length(id) = 16),
  last_serial integer not null check (last_serial >= 0)
) strict, without rowid;

create table entry (
  person blob not null references person (id),
  serial integer not null check (serial > 0),
  id blob not null check (length(id) = 16),
  device blob not null check (length(device) = 16),
  lamport integer not null,
  at_ms integer not null,
  date text not null,
  zone text not null,
  kind text not null,
  version integer not null,
  payload text not null,
  primary key (person, serial)
) strict, without rowid;

create unique index entry_identifier on entry (person, id);
