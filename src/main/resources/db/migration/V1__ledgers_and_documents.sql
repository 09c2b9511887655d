-- Plain tables, so that every engine that speaks PostgreSQL's protocol takes them.
-- top is the first part of a name and folder all in front of its last part; both are empty when
-- the name has one part only.

create table ledger (
  name   text primary key,
  top    text not null,
  folder text not null
);
create index ledger_top on ledger (top, folder);
create index ledger_folder on ledger (folder);

-- The primary key is what orders appends. writer names the append, so that one whose answer was
-- lost on the way is known again.
create table ledger_line (
  ledger text    not null references ledger (name) on delete cascade,
  number integer not null,
  line   text    not null,
  writer text    not null,
  primary key (ledger, number)
);

create table document (
  name    text primary key,
  top     text not null,
  folder  text not null,
  content text not null,
  writer  text not null
);
create index document_top on document (top, folder);
create index document_folder on document (folder);
