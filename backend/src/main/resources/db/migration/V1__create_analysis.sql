-- Times are milliseconds since 1970 in UTC: the same type and order in every database.
create table analysis (
  id          varchar(36)  not null primary key,
  analyzed_at bigint       not null,
  user_id     varchar(200),
  status      varchar(20)  not null,
  provider    varchar(40)  not null,
  knowledge   varchar(80)  not null,
  request_id  varchar(80)  not null,
  label_text  text         not null,
  document    text         not null
);

create index analysis_by_user on analysis (user_id, analyzed_at);
