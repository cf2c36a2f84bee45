import { useEffect, useState } from "preact/hooks";

/** A picture that is kept on the device. */
export function Picture({ blob, label }: { blob: Blob | null; label: string }) {
  const [address, setAddress] = useState("");
  useEffect(() => {
    if (blob === null) {
      return;
    }
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address === "" ? null : <img class="picture" src={address} alt={label} />;
}
