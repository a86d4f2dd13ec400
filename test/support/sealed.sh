# Runs a program as user 1000 on a file system that is read-only everywhere but in one folder, as an image does that is
# started with --read-only: sealed.sh <folder> <program> …; needs a mount namespace of its own (unshare --mount).
set -e
folder=$1
shift
mount --make-rprivate /
mount --bind "$folder" "$folder"
awk '{ print $5 }' /proc/self/mountinfo | while read -r place; do
  case $place in
    /proc | /proc/* | /sys | /sys/* | /dev | /dev/* | "$folder") ;;
    *) mount -o remount,bind,ro "$place" 2>/dev/null || mount -o remount,bind,ro,nosuid,nodev "$place" 2>/dev/null || true ;;
  esac
done
exec setpriv --reuid 1000 --regid 1000 --clear-groups --no-new-privs --bounding-set -all "$@"
