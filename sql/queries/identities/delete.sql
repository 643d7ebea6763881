-- Takes an identity away from an account, or all of them. One row for each that was taken away.
delete from account_identity
where account_id = :accountId::int
  and (:issuer::text is null or issuer = :issuer::text)
  and (:subject::text is null or subject = :subject::text)
returning issuer, subject;
