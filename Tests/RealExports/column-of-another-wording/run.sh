# The retyped list, then the one with the published names; $1 is duly.
"$1" judge --mapping annex-a --rules england "other/annex-a list 5 2025-06-30.csv" >told 2>&1
code=$?
sed 's/^/other: /' told
echo "other ended with $code"
"$1" judge --mapping annex-a --rules england "own/annex-a list 5 2025-06-30.csv" >rows
echo "own ended with $?"
cat rows
