-- The person who proved to be asking; user_id is only what a caller calls itself.
alter table analysis add column person varchar(300);
alter table analysis add column favourite smallint not null default 0;

create index analysis_by_person on analysis (person, analyzed_at, id) where person is not null;
