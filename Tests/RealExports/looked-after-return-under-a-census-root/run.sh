# The return, then the census; $1 is duly.
"$1" judge --rules england looked-after.xml >told 2>&1
code=$?
sed 's/^/return: /' told
echo "return ended with $code"
"$1" judge --rules england cin-census.xml >rows
echo "census ended with $?"
cat rows
