-- Tokens are kept as their SHA-256.
create table device (
  token_hash varchar(64)  not null primary key,
  person     varchar(300) not null,
  issued_at  bigint       not null
);

create index device_by_person on device (person);

-- Whose data were deleted, and when, so that nothing under way brings them back; by digest alone.
create table erasure (
  person_hash varchar(64) not null primary key,
  erased_at   bigint      not null
);

create table report (
  id          varchar(36)  not null primary key,
  reported_at bigint       not null,
  person      varchar(300),
  analysis_id varchar(36),
  ingredient  text         not null,
  given       varchar(20),
  expected    varchar(20),
  language    varchar(20)  not null,
  label_text  text         not null,
  feedback    text         not null
);

create index report_by_person on report (person) where person is not null;
