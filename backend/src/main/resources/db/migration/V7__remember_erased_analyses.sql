-- Which analyses their people deleted, so that nothing under way brings them back.
create table erased_analysis (
  id varchar(36) not null primary key
);

-- A line may be there before its analysis is.
alter table ai_line add column person varchar(300);

create index ai_line_by_person on ai_line (person) where person is not null;
