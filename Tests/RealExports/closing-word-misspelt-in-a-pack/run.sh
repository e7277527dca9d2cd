# The same pack with the right word and with a wrong one; $1 is duly.
for pack in right wrong; do
  "$1" rules lint ./$pack >told 2>&1
  code=$?
  sed "s/^/$pack: /" told
  echo "$pack ended with $code"
done
