-- What somebody was when the rows of an export were chosen: its file is his as long as he is that.
alter table lists.export add column rights text;
-- What was searched for is forgotten with the file.
update lists.export set query = query - 'q' where state = 'expired';
