# The mapping with a wrong word, then with the right one; $1 is duly.
"$1" judge --mapping ./wrong.yaml --rules england enquiries_2025-06-30.csv >told 2>&1
code=$?
sed 's/^/wrong: /' told
echo "wrong ended with $code"
"$1" judge --mapping ./right.yaml --rules england enquiries_2025-06-30.csv >rows
echo "right ended with $?"
cat rows
