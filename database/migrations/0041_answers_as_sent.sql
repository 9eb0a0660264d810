-- an answer is kept as it was sent, byte for byte: nobody looks into it
alter table platform.idempotency alter column body type text using body::text;
