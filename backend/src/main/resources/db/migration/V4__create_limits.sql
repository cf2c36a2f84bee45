-- Analyses a person used in a month of UTC, such as 2026-11.
create table allowance (
  person     varchar(300) not null,
  month      varchar(7)   not null,
  used       bigint       not null,
  primary key (person, month)
);

-- Requests a minute, where several servers count together.
create table bucket (
  id         varchar(300) not null primary key,
  state      bytea,
  expires_at bigint
);

create index bucket_by_end on bucket (expires_at);

-- What the published app counts by itself, under what it calls its user.
create table counter (
  user_id    varchar(200) not null,
  name       varchar(100) not null,
  month      varchar(7)   not null,
  count      bigint       not null,
  primary key (user_id, name, month)
);
