/** Test support: what must not be seen. */
export const SECRET = {
  content: '抢修班收了我家三百元红包才肯修水管，发票也不给',
  reporter: '欧阳致远',
  phone: '12977770001',
  place: '柳荫里 7 号楼 302 室',
  person: '石某某',
};
