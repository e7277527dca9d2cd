# Exports of days before today, written here; three configurations; $1 is duly.
ago() { date -u -d "$1 days ago" +%Y-%m-%d; }
gb() { date -u -d "$1 days ago" +%d/%m/%Y; }
mkdir -p return yesterday tendays
RETURN=$(ago 200)
printf 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,SOURCE\n9101,1,05/05/2015,WBRI,,,,Synthetic authority\n9102,2,05/05/2015,WBRI,,,,Synthetic authority\n9103,2,05/05/2015,WBRI,,,,Synthetic authority\n' >return/903-header-$RETURN.csv
{
  echo 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN,SOURCE'
  echo "9101,$(gb 220),S,C2,N1,U4,PR1,,,,,,,Synthetic authority"
  echo "9102,$(gb 300),S,C2,N1,U4,PR1,,,,,,,Synthetic authority"
  echo "9103,$(gb 225),S,C2,N1,U4,PR1,,,,,,,Synthetic authority"
} >return/903-episodes-$RETURN.csv
{
  echo 'CHILD,DOB,REVIEW,REVIEW_CODE,SOURCE'
  echo "9103,05/05/2015,$(gb 215),PN1,Synthetic authority"
} >return/903-reviews-$RETURN.csv
enquiries() {
  echo 'LA_CODE,PERSON_ID,REFERRAL_ID,S47_ID,S47_START,S47_END,S47_OUTCOME,ICPC_DATE,ICPC_NOT_REQUIRED,SOURCE_SYSTEM'
  echo '999,9001,R1,S1,03/03/2025,,,,N,Synthetic authority'
  echo '999,9002,R2,S2,03/03/2025,,,20/03/2025,N,Synthetic authority'
}
enquiries >yesterday/lcs-enquiries-$(ago 1).csv
enquiries >tendays/lcs-enquiries-$(ago 10).csv
"$1" run --config fresh.yaml
echo "fresh ended with $?"
echo "overdue beside the return: $(grep -c '"overdue"' reports-yesterday-1/latest/team/breaches.csv)"
for pair in 9101,england/first-looked-after-review 9102,england/first-looked-after-review 9001,england/icpc; do
  "$1" explain ${pair%,*} --config fresh.yaml --rule ${pair#*,} --format json >told
  echo "${pair%,*} $(grep -o '"outcome": *"[^"]*"' told | head -1 | sed 's/.*: *"//; s/"$//')"
done
"$1" run --config old.yaml >told 2>&1
code=$?
sed 's/^/old: /' told
echo "old ended with $code"
"$1" run --config own.yaml
echo "own ended with $?"
